"""What is counted or measured where the text leaves its noun out, beside people."""

import re

from addup.records import Counted

VOTE = Counted("vote", "vote")
SHARE_OF_STOCK = Counted("share of stock", "share")
STOCK = Counted("stock", "stock")
MARKET = Counted("market", "market")
# Some who are told apart by what they do alone: "28 of those taken to hospital", "half of those who came".
OF_THOSE = re.compile(
    r" (?:of )?(?:all )?those (?:(?:still|now|already|newly) )?"
    r"(?:who|whom|with|in|under|over|aged|held|hurt|born|left|\w+(?:ed|en|ing))\b"
)

"""What is counted or measured where the text leaves its noun out, beside people."""

from addup.records import Counted

VOTE = Counted("vote", "vote")
SHARE_OF_STOCK = Counted("share of stock", "share")
STOCK = Counted("stock", "stock")
MARKET = Counted("market", "market")

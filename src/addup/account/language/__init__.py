"""What an account file says: its words and values, read and checked into plain records (docs/account.md)."""

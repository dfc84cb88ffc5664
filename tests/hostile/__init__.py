"""Files that strangers might send: broken, locked, odd, swollen, or made to do harm."""

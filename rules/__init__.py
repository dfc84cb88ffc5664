"""The rules themselves: data that ships with the tool."""

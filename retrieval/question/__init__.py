"""Text → Question: what is asked, about which meeting, which people and when."""

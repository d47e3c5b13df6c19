"""What the simulator sends on its own: notifications to the bot, and the fetching of prompts."""

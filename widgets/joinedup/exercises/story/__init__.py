"""The seven stories, and the exercise that codes them."""

"""The second look at an answer that rests on mistyped words: would it be the same if they were meant otherwise?"""

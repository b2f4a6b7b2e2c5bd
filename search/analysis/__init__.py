"""What texts and searches are made of, language by language. Pure Python, so that every database
gives the same answers.
"""

"""The first page: met? why? what now?"""

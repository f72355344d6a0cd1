package tidy

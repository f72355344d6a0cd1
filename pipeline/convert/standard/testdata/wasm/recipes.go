//go:build recipes

package main

import "github.com/tidywiki/tidywiki/transform/recipe"

func init() { more = append(more, recipe.Step{Recipes: recipe.Builtin()}) }

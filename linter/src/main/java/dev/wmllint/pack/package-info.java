/** Packs the folder of a program into a model definition; knows neither arguments nor output. */
package dev.wmllint.pack;

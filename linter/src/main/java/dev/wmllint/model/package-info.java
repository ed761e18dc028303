/**
 * The model definition: the zip that is submitted beside the manifest, or the folder it is packed
 * from. A zip is read by its central directory and never unpacked; whatever it holds, reading it
 * takes bounded time and memory and ends in an answer. This is on the way of every start of the
 * command line, so what a sound zip needs gets by without lambdas: the first ones cost more than
 * reading the zip. The format is that of PKWARE's APPNOTE 6.3.
 */
package dev.wmllint.model;

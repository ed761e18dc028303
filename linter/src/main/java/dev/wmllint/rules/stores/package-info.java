/** Rules about object stores: buckets, endpoints, credentials. */
package dev.wmllint.rules.stores;

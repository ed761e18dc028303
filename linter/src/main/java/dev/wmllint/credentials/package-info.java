/**
 * Makes the connection of a manifest from the service credential of a store, as the schema maps
 * their keys. Values of credentials are in nothing but the connection: in no message, and in no
 * {@code toString}.
 */
package dev.wmllint.credentials;

package dev.wmllint;

/** Manifests of the 2018 revisions. */
final class LaterManifests {
  static final String BLOCK =
      """
      model_definition:
        framework:
          name: tensorflow
          version: "1.2"   # a comment
          runtimes:
          - name: python
            version: "3.5"
        execution:
          command: python3 train.py
          compute_configuration:
            # how large
            name: k80
            nodes: 2
      training_data_reference:
        name: digits
        connection:
          endpoint_url: https://s3-api.us-geo.objectstorage.softlayer.net
          access_key_id: digits
          secret_access_key: secret
        source:
          bucket: digits-data
        type: s3  # the store
      training_results_reference:
        name: models
        connection:
          endpoint_url: https://s3-api.us-geo.objectstorage.softlayer.net
          access_key_id: digits
          secret_access_key: secret
        target:
          bucket: digits-models
        type: s3
      """;

  static final String JSON =
      """
      {"model_definition": {"framework": {"name": "tensorflow", "version": "1.2",
        "runtimes": {"name": "python", "version": "3.5"}},
        "execution": {"command": "python3 train.py",
          "compute_configuration": {"name": "k80", "nodes": 2}}},
       "training_data_reference": {"name": "digits", "connection": {
          "endpoint_url": "https://s3-api.us-geo.objectstorage.softlayer.net",
          "access_key_id": "digits", "secret_access_key": "secret"},
         "source": {"bucket": "digits-data"}, "type": "s3"},
       "training_results_reference": {"connection": {
          "endpoint_url": "https://s3-api.us-geo.objectstorage.softlayer.net",
          "access_key_id": "digits", "secret_access_key": "secret"},
         "target": {"bucket": "digits-models"}, "type": "s3"}}
      """;

  private LaterManifests() {}
}

package dev.wmllint;

/** Manifests that are right, for tests to break. */
public final class Manifests {
  /** Without a finding against a model definition that holds {@code train.py}. */
  public static final String S3 =
      """
      model_definition:
        name: digits
        framework:
          name: tensorflow
          version: 1.2-py3
        execution:
          command: python3 train.py --data ${DATA_DIR}/digits.npz --out ${RESULT_DIR}/model
          resource: small
      training_data_reference:
      - connection:
          endpoint_url: https://s3-api.us-geo.objectstorage.softlayer.net
          aws_access_key_id: digits
          aws_secret_access_key: secret
        source:
          bucket: digits-data
          type: s3
      training_results_reference:
        connection:
          endpoint_url: https://s3-api.us-geo.objectstorage.softlayer.net
          aws_access_key_id: digits
          aws_secret_access_key: secret
        target:
          bucket: digits-models
          type: s3
      """;

  /** The same in Swift. */
  public static final String SWIFT =
      """
      model_definition:
        name: digits
        framework:
          name: tensorflow
          version: 1.2-py3
        execution:
          command: python3 train.py --data ${DATA_DIR}/digits.npz --out ${RESULT_DIR}/model
          resource: small
      training_data_reference:
      - connection:
          auth_url: https://identity.open.softlayer.com/v3
          user_name: digits
          password: secret
          region: dallas
          domain_name: main
          project_id: digits
        source:
          bucket: digits_data
          type: bluemix_objectstore
      training_results_reference:
        connection:
          auth_url: https://identity.open.softlayer.com/v3
          user_name: digits
          password: secret
          region: dallas
          domain_name: main
          project_id: digits
        target:
          bucket: digits_models
          type: bluemix_objectstore
      """;

  /** The first one as JSON, on one line. */
  public static final String JSON =
      """
      {"model_definition": {"name": "digits", "framework": {"name": "tensorflow", "version": \
      "1.2-py3"}, "execution": {"command": "python3 train.py", "resource": "small"}}, \
      "training_data_reference": [{"connection": {"endpoint_url": \
      "https://s3-api.us-geo.objectstorage.softlayer.net", "aws_access_key_id": "digits", \
      "aws_secret_access_key": "secret"}, "source": {"bucket": "digits-data", "type": "s3"}}], \
      "training_results_reference": {"connection": {"endpoint_url": \
      "https://s3-api.us-geo.objectstorage.softlayer.net", "aws_access_key_id": "digits", \
      "aws_secret_access_key": "secret"}, "target": {"bucket": "digits-models", "type": "s3"}}}
      """;

  private Manifests() {}
}

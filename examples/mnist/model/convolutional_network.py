"""Trains a small convolutional network on MNIST and exports it as a SavedModel (TensorFlow 1.2)."""

import argparse

import tensorflow as tf

import input_data

CLASSES = 10
REPORT_EVERY = 100


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train-images", required=True, help="gzipped IDX file")
    parser.add_argument("--train-labels", required=True, help="gzipped IDX file")
    parser.add_argument("--test-images", required=True, help="gzipped IDX file")
    parser.add_argument("--test-labels", required=True, help="gzipped IDX file")
    parser.add_argument("--export", required=True, help="folder for the model; must not exist")
    parser.add_argument("--learning-rate", type=float, default=0.001)
    parser.add_argument("--steps", type=int, default=20000, help="batches to train on")
    parser.add_argument("--batch-size", type=int, default=128)
    parser.add_argument("--dropout", type=float, default=0.25)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def network(images, dropout, training):
    """Two convolutions, each followed by pooling, and two dense layers; returns the logits."""
    layer = tf.layers.conv2d(images, 32, 5, padding="same", activation=tf.nn.relu)
    layer = tf.layers.max_pooling2d(layer, 2, 2)
    layer = tf.layers.conv2d(layer, 64, 3, padding="same", activation=tf.nn.relu)
    layer = tf.layers.max_pooling2d(layer, 2, 2)
    _, rows, columns, channels = layer.get_shape().as_list()
    layer = tf.reshape(layer, [-1, rows * columns * channels])
    layer = tf.layers.dense(layer, 512, activation=tf.nn.relu)
    layer = tf.layers.dropout(layer, rate=dropout, training=training)
    return tf.layers.dense(layer, CLASSES)


def accuracy(session, data, images, labels, correct):
    """The share of the data set that the network gets right."""
    right = 0
    for some_images, some_labels in data.slices(1000):
        right += session.run(correct, {images: some_images, labels: some_labels})
    return right / float(len(data.images))


def export(session, folder, images, classes, probabilities):
    builder = tf.saved_model.builder.SavedModelBuilder(folder)
    signature = tf.saved_model.signature_def_utils.predict_signature_def(
        inputs={"images": images},
        outputs={"classes": classes, "probabilities": probabilities},
    )
    key = tf.saved_model.signature_constants.DEFAULT_SERVING_SIGNATURE_DEF_KEY
    builder.add_meta_graph_and_variables(
        session, [tf.saved_model.tag_constants.SERVING], signature_def_map={key: signature}
    )
    builder.save()


def main():
    options = parse_arguments()
    train = input_data.DataSet(options.train_images, options.train_labels)
    test = input_data.DataSet(options.test_images, options.test_labels)
    tf.set_random_seed(options.seed)

    images = tf.placeholder(tf.float32, [None] + list(train.images.shape[1:]), name="images")
    labels = tf.placeholder(tf.int64, [None], name="labels")
    training = tf.placeholder_with_default(False, [], name="training")

    logits = network(images, options.dropout, training)
    probabilities = tf.nn.softmax(logits)
    classes = tf.argmax(logits, 1)
    correct = tf.reduce_sum(tf.cast(tf.equal(classes, labels), tf.int32))
    loss = tf.losses.sparse_softmax_cross_entropy(labels=labels, logits=logits)
    step = tf.train.AdamOptimizer(options.learning_rate).minimize(loss)

    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        batches = train.batches(options.batch_size, options.seed)
        for number in range(1, options.steps + 1):
            some_images, some_labels = next(batches)
            feed = {images: some_images, labels: some_labels, training: True}
            _, value = session.run([step, loss], feed)
            if number % REPORT_EVERY == 0:
                print("step %d: loss %.4f" % (number, value))
        print("test accuracy: %.4f" % accuracy(session, test, images, labels, correct))
        export(session, options.export, images, classes, probabilities)
    print("model saved in %s" % options.export)


if __name__ == "__main__":
    main()

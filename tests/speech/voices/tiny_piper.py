"""A Piper voice of a few nodes: it hums for as long as the phonemes and the length scale ask."""

from __future__ import annotations

import json
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

HZ = 16000
SAMPLES_A_PHONEME = 256
_LETTERS = "_^$ .,!?abcdefghijklmnopqrstuvwxyzɐɑəɛɪʊʃʒθðŋħʕʔɣχˈːˤ"


def write_voice(file: Path, espeak_voice: str = "ar") -> Path:
    """Write a model and its description; answer the model's path."""
    onnx.save(_model(), str(file))
    about = {
        "audio": {"sample_rate": HZ},
        "espeak": {"voice": espeak_voice},
        "phoneme_type": "espeak",
        "num_symbols": 256,
        "num_speakers": 1,
        "inference": {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8},
        "phoneme_id_map": {letter: [place] for place, letter in enumerate(_LETTERS)},
    }
    Path(f"{file}.json").write_text(json.dumps(about), "utf-8")
    return file


def _constant(name: str, value: object, kind: str) -> onnx.TensorProto:
    return numpy_helper.from_array(numpy.array(value, dtype=kind), name)


def _model() -> onnx.ModelProto:
    """Build input, input_lengths, scales -> output: one sine of length * scale * 256 samples."""
    nodes = [
        helper.make_node("Cast", ["input_lengths"], ["count"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "one"], ["scale"], axis=0),
        helper.make_node("Mul", ["count", "scale"], ["scaled"]),
        helper.make_node("Mul", ["scaled", "samples"], ["length"]),
        helper.make_node("ReduceSum", ["length"], ["flat"], keepdims=0),
        helper.make_node("Range", ["zero", "flat", "step"], ["times"]),
        helper.make_node("Mul", ["times", "pitch"], ["phase"]),
        helper.make_node("Sin", ["phase"], ["hum"]),
        helper.make_node("Unsqueeze", ["hum", "axes"], ["output"]),
    ]
    constants = [
        _constant("one", 1, "int64"), _constant("samples", SAMPLES_A_PHONEME, "float32"),
        _constant("zero", 0, "float32"), _constant("step", 1, "float32"),
        _constant("pitch", 0.05, "float32"), _constant("axes", [0, 1], "int64"),
    ]  # fmt: skip
    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, [1, "phonemes"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    output = helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, "samples"])
    graph = helper.make_graph(nodes, "voice", inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    return model

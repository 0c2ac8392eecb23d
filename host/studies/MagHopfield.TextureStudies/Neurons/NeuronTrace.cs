using System.Text.Json.Serialization;
using MagHopfield.TextureStudies.Textures;

namespace MagHopfield.TextureStudies.Neurons;

/// <summary>A neuron under a constant input.</summary>
/// <param name="Factor">Input current over that of the document.</param>
/// <param name="Times">Times in seconds.</param>
/// <param name="States">At these times what is integrated: distance of the wall from home in metres, or number of skyrmions.</param>
/// <param name="Contacts">Conductance of the contact at these times in siemens.</param>
/// <param name="Spikes">Times in seconds at which the contact switched.</param>
/// <param name="Snapshots">The texture at the start and at the first spike, or at the end where there is none.</param>
internal sealed record NeuronTrace(
    double Factor, double[] Times, double[] States, double[] Contacts, double[] Spikes, TextureSnapshot[] Snapshots)
{
    /// <summary>Time in seconds from the start to the first spike; not a number where there is none.</summary>
    [JsonIgnore]
    public double First => Spikes.Length > 0 ? Spikes[0] : double.NaN;
}

/// <summary>Parts that are kept, and data, in JSON.</summary>
[JsonSerializable(typeof(NeuronTrace))]
[JsonSerializable(typeof(NeuronTrace[]))]
internal sealed partial class NeuronJson : JsonSerializerContext;

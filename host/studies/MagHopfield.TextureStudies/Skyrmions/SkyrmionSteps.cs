using System.Text.Json.Serialization;
using MagHopfield.TextureStudies.Textures;

namespace MagHopfield.TextureStudies.Skyrmions;

/// <summary>The synapse after a pulse and the rest behind it.</summary>
/// <param name="Places">Centres of all skyrmions along x in metres.</param>
/// <param name="Under">Skyrmions whose centre is under the fixed layer.</param>
/// <param name="Conductance">Conductance of the tunnel junction to the fixed layer in siemens.</param>
/// <param name="Charge">Topological charge of the whole strip.</param>
internal sealed record SynapseState(double[] Places, int Under, double Conductance, double Charge);

/// <summary>A synapse that is filled pulse by pulse and emptied again.</summary>
/// <param name="In">States before the first pulse and after each pulse in.</param>
/// <param name="Out">States after each pulse out.</param>
/// <param name="Snapshots">Empty, half full, full.</param>
internal sealed record SkyrmionSteps(SynapseState[] In, SynapseState[] Out, TextureSnapshot[] Snapshots);

/// <summary>Parts that are kept, and data, in JSON.</summary>
[JsonSerializable(typeof(SkyrmionSteps))]
internal sealed partial class SkyrmionJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using MagHopfield.TextureStudies.Textures;

namespace MagHopfield.TextureStudies.Walls;

/// <summary>The wall memristor after a pulse and the rest behind it.</summary>
/// <param name="Position">Place of the wall along x in metres.</param>
/// <param name="Resistance">Resistance in the plane against the fixed layer between the ends, in ohms.</param>
/// <param name="Tunnel">Conductance through a barrier to the fixed layer, in siemens.</param>
internal sealed record WallState(double Position, double Resistance, double Tunnel);

/// <summary>How fast a wall moves.</summary>
/// <param name="Drift">Drift velocity u of the electrons in m/s.</param>
/// <param name="Theory">ξ u/α in m/s.</param>
/// <param name="Speed">Displacement by a pulse and the rest behind it over the length of the pulse, in m/s.</param>
internal sealed record WallSpeed(double Drift, double Theory, double Speed);

/// <summary>A wall that is written in steps to one end and back.</summary>
/// <param name="Up">States before the first pulse to the right and after each.</param>
/// <param name="Down">States after each pulse back.</param>
/// <param name="Kept">Displacement in metres without current for as long as ten rests.</param>
/// <param name="Snapshots">The wall at the left end, in the middle, and at the right end.</param>
internal sealed record WallSteps(WallState[] Up, WallState[] Down, double Kept, TextureSnapshot[] Snapshots);

/// <summary>Parts that are kept, and data, in JSON.</summary>
[JsonSerializable(typeof(WallSpeed))]
[JsonSerializable(typeof(WallSpeed[]))]
[JsonSerializable(typeof(WallSteps))]
internal sealed partial class WallJson : JsonSerializerContext;

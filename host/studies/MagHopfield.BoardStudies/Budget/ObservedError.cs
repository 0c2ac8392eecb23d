using System.Text.Json.Serialization;

namespace MagHopfield.BoardStudies.Budget;

/// <summary>Relative errors of G_ij over many virtual boards.</summary>
/// <param name="Source">The only source that was on, or null for all.</param>
/// <param name="Boards">Number of boards.</param>
/// <param name="Edge">rms error of G12, G13, G24, G34.</param>
/// <param name="Diagonal">rms error of G14, G23.</param>
/// <param name="StatedEdge">What the instrument itself stated as standard uncertainty, rms, edges.</param>
/// <param name="StatedDiagonal">The same for the diagonals.</param>
public sealed record ObservedError(ErrorSource? Source, int Boards, double Edge, double Diagonal, double StatedEdge, double StatedDiagonal);

/// <summary>Its form in JSON as a part that is kept, which loses no bit.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(ObservedError))]
internal sealed partial class ObservedJson : JsonSerializerContext;

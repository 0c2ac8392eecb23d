using MagHopfield.Film.Parameters;

namespace MagHopfield.Papers.Niu2024.Gates;

/// <summary>What came of the gates.</summary>
/// <param name="Film">The film.</param>
/// <param name="Main">The film as it is, with its pads held, and with a coercive field, on its own mesh.</param>
/// <param name="Survey">Other leads, films, protocols and references, on half as many cells along each axis.</param>
/// <param name="DiagonalConductance">|G_14| in siemens, to compare margins with.</param>
public sealed record GatesResult(
    FilmParameters Film, IReadOnlyList<GateProtocol> Main, IReadOnlyList<GateProtocol> Survey, double DiagonalConductance);

using MagHopfield.Film.Parameters;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>What came of the gates.</summary>
/// <param name="Film">The film.</param>
/// <param name="Main">The film as it is, and the thin film, on the film's own mesh.</param>
/// <param name="Survey">Other ways, on half as many cells along each axis.</param>
/// <param name="EdgeConductance">|G_14| in siemens, to compare margins with.</param>
public sealed record GatesResult(FilmParameters Film, IReadOnlyList<GateProtocol> Main, IReadOnlyList<GateProtocol> Survey, double EdgeConductance);

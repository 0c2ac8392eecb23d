using MagHopfield.Shared;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>A film at an instant.</summary>
/// <param name="Time">Time at zero field since the pulse, in seconds.</param>
/// <param name="Conductance">G in siemens.</param>
/// <param name="Texture">Unit magnetisation: x, y, z of each cell.</param>
public sealed record FilmStage(double Time, ConductanceMatrix Conductance, double[][] Texture);

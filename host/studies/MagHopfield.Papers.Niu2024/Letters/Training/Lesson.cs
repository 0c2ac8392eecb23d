using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Training;

/// <summary>The film after one letter.</summary>
/// <param name="Epoch">Epoch, from 1.</param>
/// <param name="Pattern">Index of the letter.</param>
/// <param name="Conductance">G in siemens after it.</param>
public sealed record Lesson(int Epoch, int Pattern, ConductanceMatrix Conductance);

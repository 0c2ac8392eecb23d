using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Training;

/// <summary>The magnetisation after one letter, for pictures.</summary>
/// <param name="Epoch">Epoch, from 1.</param>
/// <param name="Pattern">Index of the letter.</param>
/// <param name="X">m_x of each cell, x fastest.</param>
/// <param name="Y">m_y.</param>
/// <param name="Z">m_z.</param>
public sealed record LetterTexture(int Epoch, int Pattern, float[] X, float[] Y, float[] Z);

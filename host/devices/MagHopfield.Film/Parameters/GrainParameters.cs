namespace MagHopfield.Film.Parameters;

/// <summary>
/// Crystal grains of the film: each has an easy axis of its own in the plane. They pin the texture, and no two films have the same.
/// </summary>
/// <param name="Size">Mean distance of neighbouring grains in metres; grains smaller than a cell count by their mean in the cell.</param>
/// <param name="AnisotropyField">H_k = 2 Ku/(µ0 Ms) of a grain in A/m (permalloy films: some oersted, 1 Oe = 79.6 A/m).</param>
/// <param name="Seed">Seed of places and axes.</param>
public sealed record GrainParameters(double Size, double AnisotropyField, int Seed = 1);

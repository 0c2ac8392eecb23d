namespace MagHopfield.TextureStudies.Textures;

/// <summary>
/// A magnetic tunnel junction on a part of a film: every area conducts by itself through the barrier to the fixed layer,
/// G = ∫ g(m·p) dA with g = [(1 + c)/2 + (1 − c)/(2 (1 + T))]/RA, c = m·p, from 1/RA where parallel to 1/((1 + T) RA) where antiparallel
/// (J. C. Slonczewski, Phys. Rev. B 39, 6995 (1989), with the magnetoresistance T of M. Jullière, Phys. Lett. A 54, 225 (1975)).
/// The current that reads it is too small to move anything.
/// </summary>
/// <param name="Left">Left edge of the fixed layer along x from the centre of the mesh in metres.</param>
/// <param name="Right">Right edge in metres.</param>
/// <param name="Fixed">Sign of the fixed layer's magnetisation along z.</param>
internal sealed record TunnelJunction(double Left, double Right, int Fixed)
{
    /// <summary>Product of resistance and area in the parallel state in Ω·m²: chosen, 10 Ω·µm².</summary>
    public double ResistanceArea { get; init; } = 10e-12;

    /// <summary>Tunnel magnetoresistance (R_AP − R_P)/R_P: chosen, 100 %.</summary>
    public double Ratio { get; init; } = 1;

    /// <summary>Conductance in siemens.</summary>
    /// <param name="m">Unit magnetisation, zero outside the body; the first layer of cells counts.</param>
    public double Conductance(VectorField<double> m)
    {
        Mesh mesh = m.Mesh;
        double sum = 0;
        for (int cell = 0; cell < mesh.Nx * mesh.Ny; cell++)
        {
            double x = mesh.Centre(cell % mesh.Nx, 0).X;
            if (x < Left || x > Right || m[cell].Length == 0)
                continue;
            double c = Fixed * m.Z[cell];
            sum += 0.5 * (1 + c) + (0.5 * (1 - c) / (1 + Ratio));
        }

        return sum * mesh.Dx * mesh.Dy / ResistanceArea;
    }
}

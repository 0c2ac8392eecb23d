using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// A free face at which a Dzyaloshinskii-Moriya interaction acts on the cell by itself, as its boundary condition has it.
/// </summary>
/// <param name="Cell">The cell.</param>
/// <param name="Direction">The unit vector d of the face's axis.</param>
/// <param name="Strength">
/// D²/(4A µ0 Ms) of a chiral face, twice that as mumax3 has it, ±D/(Δ µ0 Ms) of a flat one above or below the cell, in A/m.
/// </param>
internal readonly record struct DmiFace(int Cell, Vector3D Direction, double Strength) : ICellEntry
{
    /// <summary>The faces of a body in the order of its cells; none for the open condition.</summary>
    public static DmiFace[] Of(Ferromagnet body, ByRegion strength, ByRegion stiffness, DmiBoundary boundary, Vector3D[] directions)
    {
        if (boundary == DmiBoundary.Open)
            return [];
        Geometry geometry = body.Geometry;
        Mesh mesh = body.Mesh;
        List<DmiFace> faces = [];
        for (int z = 0; z < mesh.Nz; z++)
        {
            for (int y = 0; y < mesh.Ny; y++)
            {
                for (int x = 0; x < mesh.Nx; x++)
                {
                    int cell = mesh.Index(x, y, z), region = geometry.Region[cell];
                    if (region == 0 || strength[region] == 0)
                        continue;
                    for (int axis = 0; axis < 3; axis++)
                    {
                        if (directions[axis] == default || Count(mesh, axis) == 1)
                            continue;
                        foreach (int sign in (ReadOnlySpan<int>)[-1, 1])
                        {
                            if (geometry.Neighbour(axis, x, y, z, sign) < 0)
                                faces.Add(
                                    new(
                                        cell,
                                        directions[axis],
                                        Field(strength[region], stiffness[region], body.MsOf(cell), sign, Size(mesh, axis))));
                        }
                    }
                }
            }
        }
        return [.. faces];

        double Field(double d, double a, double ms, int sign, double size) => boundary switch
        {
            DmiBoundary.Chiral => d * d / (4 * a),
            DmiBoundary.Mumax3 => d * d / (2 * a),
            _ => sign * d / size,
        } / (PhysicalConstants.Mu0 * ms);
    }

    private static int Count(Mesh mesh, int axis) => axis switch { 0 => mesh.Nx, 1 => mesh.Ny, _ => mesh.Nz };

    private static double Size(Mesh mesh, int axis) => axis switch { 0 => mesh.Dx, 1 => mesh.Dy, _ => mesh.Dz };
}

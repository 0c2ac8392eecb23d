using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Torques;

/// <summary>
/// A cell with a free face on one side of an axis, for the derivative along that axis from three points or, without a second neighbour,
/// from two.
/// </summary>
/// <param name="Cell">The cell.</param>
/// <param name="Axis">0, 1, 2 for x, y, z.</param>
/// <param name="Next">Its neighbour inside the body.</param>
/// <param name="AfterNext">The neighbour's neighbour, or the neighbour itself where there is none or it does not count.</param>
/// <param name="InverseDistance">1/d in 1/m, negative where the neighbours lie below the cell.</param>
internal readonly record struct FreeFace(int Cell, int Axis, int Next, int AfterNext, double InverseDistance) : ICellEntry
{
    /// <summary>
    /// The free faces with a neighbour opposite at which a slope differs from the clamped one, in the order of the cells.
    /// </summary>
    public static FreeFace[] Of(Geometry geometry, EdgeSlope slope)
    {
        Mesh mesh = geometry.Mesh;
        int[] counts = [mesh.Nx, mesh.Ny, mesh.Nz];
        List<FreeFace> faces = [];
        for (int z = 0; z < mesh.Nz; z++)
        {
            for (int y = 0; y < mesh.Ny; y++)
            {
                for (int x = 0; x < mesh.Nx; x++)
                {
                    for (int axis = 0; axis < 3 && geometry.Contains(mesh.Index(x, y, z)); axis++)
                    {
                        int up = geometry.Neighbour(axis, x, y, z, 1), down = geometry.Neighbour(axis, x, y, z, -1);
                        if ((up < 0) == (down < 0) || slope == EdgeSlope.Clamped)
                            continue;
                        int sign = up < 0 ? -1 : 1, next = Math.Max(up, down), position = axis switch { 0 => x, 1 => y, _ => z };
                        bool endOfMesh = sign > 0 ? position == 0 : position == counts[axis] - 1;
                        if (slope == EdgeSlope.Oommf && (!endOfMesh || counts[axis] == 2))
                            continue;
                        int after = slope == EdgeSlope.ThreePoint ? geometry.Neighbour(axis, x, y, z, 2 * sign) : -1;
                        double distance = axis switch { 0 => mesh.Dx, 1 => mesh.Dy, _ => mesh.Dz };
                        faces.Add(new FreeFace(mesh.Index(x, y, z), axis, next, after < 0 ? next : after, sign / distance));
                    }
                }
            }
        }
        return [.. faces];
    }

    /// <summary>What (m₁ − m₀)/(2d) lacks of the derivative in 1/m.</summary>
    public Vector3D Correction(Vector3D at, Vector3D next, Vector3D afterNext) =>
        AfterNext == Next ? (0.5 * InverseDistance) * (next - at) : (0.5 * InverseDistance) * ((2.0 * (next - at)) - (afterNext - next));
}

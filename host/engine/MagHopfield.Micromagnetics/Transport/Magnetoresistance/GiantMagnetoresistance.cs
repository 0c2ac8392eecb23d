using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport.Magnetoresistance;

/// <summary>
/// Giant magnetoresistance of a current in the plane of a film and of a fixed layer beside it: the sheet resistance is
/// R_P [1 + r (1 − m·p)/2] with r = (R_AP − R_P)/R_P and p the direction of the fixed layer, and has no direction of its own
/// (B. Dieny et al., Phys. Rev. B 43, 1297 (1991): the resistance of a spin valve goes with the cosine of the angle between the layers).
/// </summary>
/// <param name="parallelSheet">Sheet conductance 1/R_P in siemens where m is along p.</param>
/// <param name="ratio">r, no unit, greater than −1.</param>
/// <param name="fixedLayer">p, of any length but zero.</param>
public sealed class GiantMagnetoresistance(double parallelSheet, double ratio, Vector3D fixedLayer) : IMagnetoresistance
{
    private readonly Vector3D _fixed = fixedLayer.Normalised();

    /// <inheritdoc/>
    public void Fill<T>(ConductorGrid grid, VectorField<T> m, SheetConductance sheet)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(sheet);
        if (m.X.Length != grid.Cells.Length)
            throw new ArgumentException($"The conductor has {grid.Cells.Length} cells, the magnetisation {m.X.Length}.", nameof(m));
        for (int c = 0; c < grid.Cells.Length; c++)
        {
            double along = Vector3D.Dot(m[grid.Material[c]], _fixed);
            sheet.XX[c] = sheet.YY[c] = grid.Cells[c] ? parallelSheet / (1 + (0.5 * ratio * (1 - along))) : 0;
            sheet.XY[c] = 0;
        }
    }
}

using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport.Magnetoresistance;

/// <summary>
/// Sheet conductance of a film of magnetisation m: t Σ with Σ_ij = σ⊥ δ_ij + σδ m_i m_j, i, j = x, y
/// (Niu et al., PNAS 2024, eq. S3; McGuire and Potter 1975).
/// </summary>
/// <param name="transport">σ0 and a.</param>
/// <param name="thickness">Film thickness t in metres.</param>
public sealed class AnisotropicMagnetoresistance(TransportParameters transport, double thickness) : IMagnetoresistance
{
    private readonly double _perpendicular = transport.PerpendicularConductivity * thickness;
    private readonly double _difference = transport.ConductivityDifference * thickness;

    /// <inheritdoc/>
    public void Fill<T>(ConductorGrid grid, VectorField<T> m, SheetConductance sheet)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(m);
        Fill<T>(grid, m.X, m.Y, sheet);
    }

    /// <summary>Writes the sheet conductance of a magnetic state.</summary>
    /// <param name="grid">The conductor; cells outside its outline become zero.</param>
    /// <param name="mx">x component of the unit vector m in each cell, x fastest.</param>
    /// <param name="my">y component, the same layout.</param>
    /// <param name="sheet">Receives the tensors in siemens.</param>
    /// <typeparam name="T">Number type of the magnetisation.</typeparam>
    public void Fill<T>(ConductorGrid grid, ReadOnlySpan<T> mx, ReadOnlySpan<T> my, SheetConductance sheet)
        where T : IFloatingPointIeee754<T>
    {
        ReadOnlySpan<bool> cells = grid.Cells;
        if (mx.Length != cells.Length || my.Length != cells.Length)
            throw new ArgumentException($"The conductor has {cells.Length} cells, the magnetisation {mx.Length} and {my.Length}.");

        for (int c = 0; c < cells.Length; c++)
        {
            if (!cells[c])
            {
                sheet.XX[c] = sheet.XY[c] = sheet.YY[c] = 0;
                continue;
            }

            int material = grid.Material[c];
            double x = double.CreateTruncating(mx[material]);
            double y = double.CreateTruncating(my[material]);
            sheet.XX[c] = _perpendicular + _difference * x * x;
            sheet.XY[c] = _difference * x * y;
            sheet.YY[c] = _perpendicular + _difference * y * y;
        }
    }

    /// <summary>
    /// Carries a derivative to the sheet conductance over to the magnetisation: ∂S_xx/∂m_x = 2tσδ m_x, ∂S_xy/∂m_x = tσδ m_y and the same
    /// with x and y exchanged; m_z does not enter. The components count as independent, without |m| = 1.
    /// </summary>
    /// <param name="grid">The conductor.</param>
    /// <param name="mx">x component of m in each cell, x fastest.</param>
    /// <param name="my">y component, the same layout.</param>
    /// <param name="toSheet">Derivative to S_xx, S_xy and S_yy of each cell.</param>
    /// <param name="toX">Receives the derivative to m_x of each cell, in siemens for a derivative without unit.</param>
    /// <param name="toY">Receives that to m_y.</param>
    /// <typeparam name="T">Number type of the magnetisation.</typeparam>
    public void Differentiate<T>(
        ConductorGrid grid, ReadOnlySpan<T> mx, ReadOnlySpan<T> my, SheetConductance toSheet, Span<double> toX, Span<double> toY)
        where T : IFloatingPointIeee754<T>
    {
        toX.Clear();
        toY.Clear();
        for (int c = 0; c < grid.Cells.Length; c++)
        {
            if (!grid.Cells[c])
                continue;

            int material = grid.Material[c];
            double x = double.CreateTruncating(mx[material]);
            double y = double.CreateTruncating(my[material]);
            toX[material] += _difference * (2 * x * toSheet.XX[c] + y * toSheet.XY[c]);
            toY[material] += _difference * (2 * y * toSheet.YY[c] + x * toSheet.XY[c]);
        }
    }
}

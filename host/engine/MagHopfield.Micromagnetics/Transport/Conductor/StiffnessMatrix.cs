using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Transport.Conductor;

/// <summary>
/// The matrix K that <see cref="ConductorSolver"/> works with, in compressed rows, for other solvers and for checks: row p of Kφ is the
/// current in amperes that leaves corner point p for potentials φ in volts. Symmetric; every row sums to zero, so whatever φ is, the
/// currents of all points balance. Points outside the conductor have empty rows.
/// </summary>
/// <param name="RowStart">PointsX · PointsY + 1 numbers: where each row begins in the other two.</param>
/// <param name="Columns">Column of each element, ascending in a row; points x fastest.</param>
/// <param name="Values">Each element in siemens.</param>
public sealed record StiffnessMatrix(int[] RowStart, int[] Columns, double[] Values)
{
    /// <summary>Assembles K.</summary>
    /// <param name="grid">Mesh, outline and electrodes.</param>
    /// <param name="sheet">Sheet conductance of each cell.</param>
    public static StiffnessMatrix Of(ConductorGrid grid, SheetConductance sheet)
    {
        NinePointStencil k = new(grid.PointsX, grid.PointsY);
        StiffnessAssembly.Assemble(grid, sheet, k);
        int[] starts = new int[k.Count + 1];
        List<int> columns = new(9 * k.Count);
        List<double> values = new(9 * k.Count);
        for (int p = 0; p < k.Count; p++)
        {
            int row = k.PointsX;
            int i = k.Margin + p;
            Add(p - row - 1, k.NorthEast[i - row - 1]);
            Add(p - row, k.North[i - row]);
            Add(p - row + 1, k.NorthWest[i - row + 1]);
            Add(p - 1, k.East[i - 1]);
            Add(p, k.Diagonal[i]);
            Add(p + 1, k.East[i]);
            Add(p + row - 1, k.NorthWest[i]);
            Add(p + row, k.North[i]);
            Add(p + row + 1, k.NorthEast[i]);
            starts[p + 1] = columns.Count;
        }

        return new StiffnessMatrix(starts, [.. columns], [.. values]);

        void Add(int column, double value)
        {
            if (value != 0)
            {
                columns.Add(column);
                values.Add(value);
            }
        }
    }

    /// <summary>Kφ in amperes.</summary>
    /// <param name="potential">φ at every corner point in volts.</param>
    public double[] Times(ReadOnlySpan<double> potential)
    {
        double[] currents = new double[RowStart.Length - 1];
        for (int p = 0; p < currents.Length; p++)
        {
            for (int k = RowStart[p]; k < RowStart[p + 1]; k++)
                currents[p] += Values[k] * potential[Columns[k]];
        }

        return currents;
    }
}

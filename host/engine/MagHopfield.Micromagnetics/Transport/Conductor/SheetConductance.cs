namespace MagHopfield.Micromagnetics.Transport.Conductor;

/// <summary>
/// Sheet conductance of each cell, a symmetric 2×2 tensor in siemens (conductivity times thickness), x fastest. Cells that do not
/// conduct hold zero.
/// </summary>
/// <param name="cellCount">Number of cells.</param>
public sealed class SheetConductance(int cellCount)
{
    /// <summary>The xx element of each cell in siemens.</summary>
    public double[] XX { get; } = new double[cellCount];

    /// <summary>The xy element of each cell in siemens.</summary>
    public double[] XY { get; } = new double[cellCount];

    /// <summary>The yy element of each cell in siemens.</summary>
    public double[] YY { get; } = new double[cellCount];

    /// <summary>A uniform isotropic sheet.</summary>
    /// <param name="grid">The conductor; cells outside its outline stay at zero.</param>
    /// <param name="siemens">Sheet conductance in siemens.</param>
    public static SheetConductance Uniform(ConductorGrid grid, double siemens)
    {
        SheetConductance sheet = new(grid.Cells.Length);
        for (int c = 0; c < sheet.XX.Length; c++)
            sheet.XX[c] = sheet.YY[c] = grid.Cells[c] ? siemens : 0;

        return sheet;
    }
}

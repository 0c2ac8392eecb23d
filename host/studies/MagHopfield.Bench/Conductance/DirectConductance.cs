using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Shared;

namespace MagHopfield.Bench.Conductance;

/// <summary>
/// The peer: the conductance matrix from the same stiffness matrix by a sparse direct solver (UMFPACK), one factor for all electrodes.
/// </summary>
public static class DirectConductance
{
    /// <summary>Whether UMFPACK is installed.</summary>
    public static bool IsInstalled => Umfpack.IsInstalled;

    /// <summary>Factors the matrix of the free points and solves for N − 1 electrodes.</summary>
    /// <param name="grid">Mesh and electrodes.</param>
    /// <param name="matrix">K of the sheet, in siemens.</param>
    /// <returns>G in siemens, and the solver's own count of its largest memory in bytes.</returns>
    /// <exception cref="InvalidOperationException">UMFPACK reports an error, as when memory is short.</exception>
    public static unsafe (ConductanceMatrix G, double Bytes) Solve(ConductorGrid grid, StiffnessMatrix matrix)
    {
        // K is symmetric: its rows are the columns that UMFPACK wants.
        ReadOnlySpan<int> owner = grid.Owner;
        int[] unknown = new int[owner.Length];
        int free = 0;
        for (int p = 0; p < owner.Length; p++)
            unknown[p] = owner[p] == ConductorGrid.Free ? free++ : -1;

        int n = grid.ElectrodeCount;
        int[] start = new int[free + 1];
        List<int> index = new(9 * free);
        List<double> value = new(9 * free);
        double[][] drive = [.. Enumerable.Range(0, n - 1).Select(_ => new double[free])];
        for (int p = 0; p < owner.Length; p++)
        {
            if (unknown[p] < 0)
                continue;

            for (int k = matrix.RowStart[p]; k < matrix.RowStart[p + 1]; k++)
            {
                int q = matrix.Columns[k];
                if (unknown[q] >= 0)
                {
                    index.Add(unknown[q]);
                    value.Add(matrix.Values[k]);
                }
                else if (owner[q] < n - 1)
                {
                    drive[owner[q]][unknown[p]] -= matrix.Values[k];
                }
            }

            start[unknown[p] + 1] = index.Count;
        }

        int[] indices = [.. index];
        double[] values = [.. value];
        double[] control = new double[Umfpack.ControlLength];
        double[] info = new double[Umfpack.InfoLength];
        ConductanceMatrix g = new(n);
        double[] x = new double[free];
        double[] potential = new double[owner.Length];
        nint symbolic = 0, numeric = 0;
        fixed (int* s = start, i = indices)
        {
            fixed (double* v = values, c = control, f = info, px = x)
            {
                try
                {
                    Umfpack.Defaults(c);
                    control[Umfpack.RefinementSteps] = 0;
                    Check(Umfpack.Symbolic(free, free, s, i, v, out symbolic, c, f));
                    Check(Umfpack.Numeric(s, i, v, symbolic, out numeric, c, f));
                    for (int j = 0; j < n - 1; j++)
                    {
                        fixed (double* b = drive[j])
                            Check(Umfpack.Solve(Umfpack.System, s, i, v, px, b, numeric, c, null));

                        for (int p = 0; p < potential.Length; p++)
                            potential[p] = unknown[p] >= 0 ? x[unknown[p]] : owner[p] == j ? 1 : 0;

                        double[] currents = matrix.Times(potential);
                        for (int p = 0; p < currents.Length; p++)
                        {
                            if (owner[p] >= 0)
                                g[owner[p], j] += currents[p];
                        }
                    }
                }
                finally
                {
                    Umfpack.FreeNumeric(ref numeric);
                    Umfpack.FreeSymbolic(ref symbolic);
                }
            }
        }

        // Equal voltages drive no current.
        for (int k = 0; k < n; k++)
        {
            for (int j = 0; j < n - 1; j++)
                g[k, n - 1] -= g[k, j];
        }

        return (g, info[Umfpack.PeakMemory] * info[Umfpack.SizeOfUnit]);
    }

    private static void Check(int status)
    {
        if (status != Umfpack.Ok)
            throw new InvalidOperationException($"UMFPACK ended with status {status}{(status == -1 ? ": not enough memory" : "")}.");
    }
}

using MagHopfield.Shared;
using MathNet.Numerics.LinearAlgebra;

namespace MagHopfield.Micromagnetics.Transport;

/// <summary>A conductor with electrodes as a circuit sees it, I = G V, contacts included.</summary>
public static class Circuit
{
    /// <summary>Resistance between two electrodes with all others open, in ohms.</summary>
    /// <param name="conductance">G in siemens.</param>
    /// <param name="first">Index of an electrode, from 0.</param>
    /// <param name="second">Index of another one.</param>
    public static double Resistance(ConductanceMatrix conductance, int first, int second)
    {
        ArgumentNullException.ThrowIfNull(conductance);
        if (first == second)
            throw new ArgumentException($"Resistance from electrode {first} to itself; give two electrodes.", nameof(second));
        double[] current = new double[conductance.NodeCount];
        current[first] = 1;
        bool[] held = new bool[current.Length];
        held[second] = true;
        return Voltages(conductance, held, current)[first];
    }

    /// <summary>Voltages of all electrodes where some are held at a voltage and a current is given for each other one.</summary>
    /// <param name="conductance">G in siemens.</param>
    /// <param name="held">For each electrode: whether its voltage is given; at least one is.</param>
    /// <param name="values">
    /// For each electrode: its voltage in volts, or the current into the conductor in amperes, 0 for an open one.
    /// </param>
    /// <returns>Volts.</returns>
    public static double[] Voltages(ConductanceMatrix conductance, IReadOnlyList<bool> held, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(conductance);
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(values);
        int[] open = [.. Enumerable.Range(0, held.Count).Where(i => !held[i])];
        if (open.Length == held.Count)
            throw new ArgumentException("Of no electrode is the voltage given; hold one at 0 V.", nameof(held));
        double[] voltages = [.. values];
        if (open.Length == 0)
            return voltages;
        Matrix<double> inner = Matrix<double>.Build.Dense(open.Length, open.Length, (i, j) => conductance[open[i], open[j]]);
        Vector<double> currents = Vector<double>.Build.Dense(
            open.Length, i =>
                values[open[i]] - Enumerable.Range(0, held.Count).Where(j => held[j]).Sum(j => conductance[open[i], j] * values[j]));
        Vector<double> solved = inner.Solve(currents);
        for (int i = 0; i < open.Length; i++)
            voltages[open[i]] = solved[i];
        return voltages;
    }

    /// <summary>Currents into the conductor, G V, in amperes.</summary>
    /// <param name="conductance">G in siemens.</param>
    /// <param name="voltages">V in volts.</param>
    public static double[] Currents(ConductanceMatrix conductance, IReadOnlyList<double> voltages)
    {
        ArgumentNullException.ThrowIfNull(conductance);
        ArgumentNullException.ThrowIfNull(voltages);
        return
        [
            .. Enumerable.Range(0, voltages.Count).Select(
                i => Enumerable.Range(0, voltages.Count).Sum(j => conductance[i, j] * voltages[j])),
        ];
    }
}

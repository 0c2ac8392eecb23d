using MagHopfield.Instrument.Board;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Tests.Fakes;

/// <summary>
/// The netlist of hardware/board.md in ohms and volts: source, switches, shunts, leads, film, R_REF, thermal EMF. Solved anew for
/// each reading.
/// </summary>
public sealed class FakeCircuit(FakeBoard board, int nodeCount)
{
    private double[] _film = new double[nodeCount];
    private double[] _force = new double[nodeCount];
    private string _solvedFor = "";
    private double _return;

    public ConductanceMatrix Film { get; set; } = nodeCount == 4
        ? ConductanceMatrix.FromPairs(4, [-0.066, -0.066, -0.046, -0.041, -0.065, -0.066])
        : new ConductanceMatrix(nodeCount);

    public double Excitation { get; set; } = 500e-6;

    /// <summary>Noise of a reading in volts and its source.</summary>
    public double Noise { get; set; }

    public Random Random { get; set; } = new(1);

    public double[] SwitchOhms { get; } = Enumerable.Repeat(3.3, 2 * nodeCount).ToArray();

    public double[] ShuntOhms { get; } = Enumerable.Repeat(50.0, nodeCount).ToArray();

    /// <summary>EMF of each node's sense lead and shunt, in volts.</summary>
    public double[] SenseEmf { get; } = new double[nodeCount];

    public double[] ShuntEmf { get; } = new double[nodeCount];

    /// <summary>Electrode whose force lead is open, or −1.</summary>
    public int OpenForce { get; set; } = -1;

    /// <summary>Electrode whose sense lead is open and reads as ground, or −1.</summary>
    public int OpenSense { get; set; } = -1;

    public double Volts(int positive, int negative)
    {
        Solve();
        double noise = Noise * Math.Sqrt(-2 * Math.Log(1 - Random.NextDouble())) * Math.Cos(2 * Math.PI * Random.NextDouble());
        return Input(positive) - Input(negative) + noise;
    }

    /// <summary>
    /// What a test current of some microamperes makes between two inputs: nothing where the film joins them, else full scale.
    /// </summary>
    public double Continuity(int positive, int negative)
    {
        bool isReference = positive == 2 && negative == 3;
        int[] words = [.. Enumerable.Range(0, nodeCount).Select(board.NodeWord)];
        bool isJoined = words.Any(w => (w & 0x14) != 0) && words.Any(w => (w & 0x28) != 0);
        return isReference || isJoined ? 0 : 2.5;
    }

    private double Input(int input)
    {
        if (input == 2)
            return _return;

        // The chip's own 20 mV.
        if (input == 28)
            return 0.020;

        // Monitor inputs: rails, and the gold at 95 mV where a pulse switch is closed.
        if (input is 14 or 15)
            return (input == 15 ? 6.5 : -6.5) * MonitorInputs.Ratio;

        if (input is >= 5 and < 14)
            return Enumerable.Range(0, nodeCount).Any(board.IsPulseSwitchClosed) ? MonitorInputs.RestVolts * MonitorInputs.Ratio : 0;

        double sum = 0;
        int count = 0;
        for (int k = 0; k < nodeCount; k++)
        {
            int word = board.NodeWord(k);
            int sense = input == 0 ? 4 : 8;
            int shunt = input == 0 ? 16 : 32;
            if (input < 2 && (word & sense) != 0)
            {
                sum += k == OpenSense ? 0 : _film[k] + SenseEmf[k];
                count++;
            }

            if (input < 2 && (word & shunt) != 0)
            {
                sum += _film[k] + (input == 0 ? _force[k] * ShuntOhms[k] + ShuntEmf[k] : 0);
                count++;
            }
        }

        Assert.True(input >= 2 || count <= 1 || !board.Adc.ExcitationOn, "Two leads share a sense bus.");
        return sum;
    }

    private void Solve()
    {
        int[] words = Enumerable.Range(0, nodeCount).Select(k => board.NodeWord(k) & 3).ToArray();
        string key = string.Join(',', words) + board.Adc.ExcitationOn + Excitation + OpenForce + Film[0, 1];
        if (key == _solvedFor)
            return;

        _solvedFor = key;
        _film = new double[nodeCount];
        _force = new double[nodeCount];
        _return = 0;
        bool[] plus = words.Select((w, k) => w == 1 && k != OpenForce).ToArray();
        bool[] minus = words.Select((w, k) => w == 2 && k != OpenForce).ToArray();
        if (!board.Adc.ExcitationOn || !plus.Any(p => p) || !minus.Any(m => m))
            return;

        // Unknowns: the film's voltages and the voltage of SRC; RTN carries the whole current.
        _return = Excitation * 50.0;
        int n = nodeCount + 1;
        double[,] a = new double[n, n + 1];
        for (int k = 0; k < nodeCount; k++)
        {
            for (int j = 0; j < nodeCount; j++)
                a[k, j] = Film[k, j];

            double g = 1 / (ShuntOhms[k] + 1.0 + SwitchOhms[2 * k + (plus[k] ? 0 : 1)]);
            if (plus[k])
            {
                a[k, k] += g;
                a[k, nodeCount] = -g;
                a[nodeCount, nodeCount] += g;
                a[nodeCount, k] -= g;
            }
            else if (minus[k])
            {
                a[k, k] += g;
                a[k, n] = g * _return;
            }
        }

        a[nodeCount, n] = Excitation;
        double[] x = Eliminate(a, n);
        for (int k = 0; k < nodeCount; k++)
            _film[k] = x[k];

        for (int k = 0; k < nodeCount; k++)
        {
            for (int j = 0; j < nodeCount; j++)
                _force[k] += Film[k, j] * x[j];
        }
    }

    private static double[] Eliminate(double[,] a, int n)
    {
        for (int p = 0; p < n; p++)
        {
            int best = Enumerable.Range(p, n - p).MaxBy(r => Math.Abs(a[r, p]));
            for (int c = 0; c <= n; c++)
                (a[p, c], a[best, c]) = (a[best, c], a[p, c]);

            for (int r = 0; r < n; r++)
            {
                double f = r == p ? 0 : a[r, p] / a[p, p];
                for (int c = p; c <= n && f != 0; c++)
                    a[r, c] -= f * a[p, c];
            }
        }

        return Enumerable.Range(0, n).Select(r => a[r, n] / a[r, r]).ToArray();
    }
}

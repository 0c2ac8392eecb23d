using System;

namespace MagHopfield.Shared;

/// <summary>
/// The conductance matrix from measured currents and voltages (Niu et al., PNAS 2024, "Determining the conductance matrix").
/// Every wiring geometry gives for each electrode k one linear equation I_k = Σ_j G_kj (V_j − V_k) in the N(N − 1)/2
/// off-diagonal elements (rows of G sum to zero, so only differences of voltage enter); the sum over the + group is the
/// paper's own equation. All are solved together by weighted least squares. The noise of one voltage enters the equations of all
/// electrodes of its geometry, multiplied by G: their covariance is C = diag(σ_I²) + G diag(σ_V²) Gᵀ, and the equations of a geometry
/// are multiplied by L⁻¹, C = L Lᵀ, which makes them independent with σ = 1.
/// </summary>
public sealed class KirchhoffInversion
{
    private readonly int _nodeCount;
    private readonly double[][] _currents;
    private readonly double[][] _voltages;
    private readonly double[][] _sigmaCurrents;
    private readonly double[][] _sigmaVoltages;
    private int _count;

    /// <summary>An empty system.</summary>
    /// <param name="nodeCount">Number of electrodes N.</param>
    /// <param name="capacity">Largest number of geometries that will be added.</param>
    public KirchhoffInversion(int nodeCount, int capacity)
    {
        _nodeCount = nodeCount;
        _currents = new double[capacity][];
        _voltages = new double[capacity][];
        _sigmaCurrents = new double[capacity][];
        _sigmaVoltages = new double[capacity][];
    }

    /// <summary>The conductance matrix in siemens after <see cref="Solve"/>, or null before.</summary>
    public ConductanceMatrix? Conductance { get; private set; }

    /// <summary>Standard errors of G_ij, i &lt; j, in siemens, in the order of <see cref="ConductanceMatrix.PairIndex"/>, or null before
    /// <see cref="Solve"/>.</summary>
    public double[]? StandardErrors { get; private set; }

    /// <summary>
    /// What a relative error of the current of one electrode, the same in all geometries as that of its shunt, does to each G_ij: by
    /// electrode, then i &lt; j, in siemens per 1. The equations are linear in the currents, so the sum over the electrodes is G. Null
    /// before <see cref="Solve"/>.
    /// </summary>
    public double[][]? CurrentSensitivities { get; private set; }

    /// <summary>χ² per spare equation: about 1 where the currents and voltages scatter as their σ say.</summary>
    public double ReducedChiSquare { get; private set; }

    /// <summary>
    /// The paper's consistency check (there "within 2 %"): the largest relative deviation over the geometries between the current
    /// through the + group as measured and as G predicts from the voltages.
    /// </summary>
    public double LargestGroupDeviation { get; private set; }

    /// <summary>Adds one wiring geometry.</summary>
    /// <param name="currents">N currents into the electrodes, in amperes.</param>
    /// <param name="voltages">N voltages of the electrodes against any common reference, in volts.</param>
    /// <param name="sigmaCurrents">N standard deviations of the currents, in amperes, each above 0.</param>
    /// <param name="sigmaVoltages">N standard deviations of the voltages, in volts; 0 for the electrode that the others are measured
    /// against.</param>
    /// <exception cref="ArgumentException">Another number of values than electrodes.</exception>
    public void Add(double[] currents, double[] voltages, double[] sigmaCurrents, double[] sigmaVoltages)
    {
        if (currents.Length != _nodeCount || voltages.Length != _nodeCount || sigmaCurrents.Length != _nodeCount
            || sigmaVoltages.Length != _nodeCount)
        {
            throw new ArgumentException("A geometry of " + _nodeCount.ToString()
                + " electrodes needs as many currents, voltages and standard deviations of each.");
        }

        _currents[_count] = currents;
        _voltages[_count] = voltages;
        _sigmaCurrents[_count] = sigmaCurrents;
        _sigmaVoltages[_count] = sigmaVoltages;
        _count++;
    }

    /// <summary>Solves for G.</summary>
    /// <returns>False where the geometries do not determine every element, or a current has no σ above 0.</returns>
    public bool Solve()
    {
        // The noise of the voltages enters an equation multiplied by G itself: a first pass with the noise of the currents alone
        // gives a G that is good enough to weigh the second.
        if (!SolveWith(null))
            return false;

        ConductanceMatrix first = Conductance!;
        if (!SolveWith(first))
            return false;

        LargestGroupDeviation = GroupDeviation(Conductance!);
        return true;
    }

    private bool SolveWith(ConductanceMatrix? estimate)
    {
        int n = _nodeCount;
        int pairs = n * (n - 1) / 2;
        WeightedLeastSquares system = new WeightedLeastSquares(pairs);
        double[][] rows = new double[n][];
        for (int k = 0; k < n; k++)
            rows[k] = new double[pairs];

        double[] right = new double[n];
        double[] column = new double[n];
        double[] own = new double[n];
        double[][] sensitivities = new double[n][];
        for (int k = 0; k < n; k++)
            sensitivities[k] = new double[pairs];

        for (int g = 0; g < _count; g++)
        {
            if (!CholeskyFactor.TryCreate(Covariance(g, estimate), n, 0, out CholeskyFactor? covariance))
                return false;

            FillEquations(g, rows);
            for (int p = 0; p < pairs; p++)
            {
                for (int k = 0; k < n; k++)
                    column[k] = rows[k][p];

                covariance!.Forward(column);
                for (int k = 0; k < n; k++)
                    rows[k][p] = column[k];
            }

            Array.Copy(_currents[g], right, n);
            covariance!.Forward(right);
            for (int k = 0; k < n; k++)
                system.Add(rows[k], right[k], 1);

            // What electrode e alone contributes; the first pass is only there to weigh the second.
            for (int e = 0; e < n && estimate != null; e++)
            {
                Array.Clear(own, 0, n);
                own[e] = _currents[g][e];
                covariance!.Forward(own);
                for (int k = e; k < n; k++)
                    WeightedLeastSquares.Project(rows[k], own[k], 1, sensitivities[e]);
            }
        }

        if (!system.Solve())
            return false;

        Conductance = ConductanceMatrix.FromPairs(_nodeCount, system.Solution);
        StandardErrors = system.StandardErrors;
        for (int e = 0; e < n; e++)
            system.Respond(sensitivities[e]);

        CurrentSensitivities = sensitivities;
        ReducedChiSquare = system.ReducedChiSquare;
        return true;
    }

    private void FillEquations(int geometry, double[][] rows)
    {
        double[] v = _voltages[geometry];
        for (int k = 0; k < _nodeCount; k++)
        {
            Array.Clear(rows[k], 0, rows[k].Length);
            for (int j = 0; j < _nodeCount; j++)
            {
                if (j != k)
                    rows[k][ConductanceMatrix.PairIndex(k, j, _nodeCount)] = v[j] - v[k];
            }
        }
    }

    // Of the residuals I − G V; without an estimate of G, of the currents alone.
    private double[] Covariance(int geometry, ConductanceMatrix? estimate)
    {
        int n = _nodeCount;
        double[] covariance = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            double sigma = _sigmaCurrents[geometry][i];
            covariance[i * n + i] = sigma * sigma;
            for (int j = 0; j <= i && estimate != null; j++)
            {
                double sum = 0;
                for (int k = 0; k < n; k++)
                {
                    double noise = _sigmaVoltages[geometry][k];
                    sum += estimate[i, k] * noise * noise * estimate[j, k];
                }

                covariance[i * n + j] += sum;
            }
        }

        return covariance;
    }

    private double GroupDeviation(ConductanceMatrix conductance)
    {
        double largest = 0;
        for (int g = 0; g < _count; g++)
        {
            double[] predicted = conductance.Currents(_voltages[g]);
            double measuredSum = 0;
            double predictedSum = 0;
            for (int k = 0; k < _nodeCount; k++)
            {
                if (_currents[g][k] > 0)
                {
                    measuredSum += _currents[g][k];
                    predictedSum += predicted[k];
                }
            }

            if (measuredSum > 0)
            {
                double deviation = Math.Abs(predictedSum - measuredSum) / measuredSum;
                if (deviation > largest)
                    largest = deviation;
            }
        }

        return largest;
    }
}

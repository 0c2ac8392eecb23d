using System;

namespace MagHopfield.Shared;

/// <summary>
/// The reference of the weights: the middle of the range that each element of G reaches,
/// G_avg,ij = (G_min,ij + G_max,ij)/2 (Niu et al., PNAS 2024, below eq. 2), gathered from measured matrices.
/// </summary>
public sealed class ReferenceConductance
{
    private ConductanceMatrix? _minimum;
    private ConductanceMatrix? _maximum;

    /// <summary>Number of matrices gathered.</summary>
    public int Count { get; private set; }

    /// <summary>Widens the range of each element by a measured matrix.</summary>
    public void Include(ConductanceMatrix measured)
    {
        int n = measured.NodeCount;
        if (_minimum == null || _maximum == null)
        {
            _minimum = new ConductanceMatrix(n);
            _maximum = new ConductanceMatrix(n);
            Copy(measured, _minimum);
            Copy(measured, _maximum);
        }

        if (_minimum.NodeCount != n)
        {
            throw new ArgumentException("A reference of " + _minimum.NodeCount.ToString() + " nodes cannot take a matrix of "
                + n.ToString() + ".");
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double value = measured[i, j];
                if (value < _minimum[i, j])
                    _minimum[i, j] = value;

                if (value > _maximum[i, j])
                    _maximum[i, j] = value;
            }
        }

        Count++;
    }

    /// <summary>Smallest value of each element in siemens (most negative off the diagonal).</summary>
    /// <exception cref="InvalidOperationException">Nothing was included.</exception>
    public ConductanceMatrix Minimum => _minimum ?? throw new InvalidOperationException("The reference is empty: calibrate first.");

    /// <summary>Largest value of each element in siemens.</summary>
    /// <exception cref="InvalidOperationException">Nothing was included.</exception>
    public ConductanceMatrix Maximum => _maximum ?? throw new InvalidOperationException("The reference is empty: calibrate first.");

    /// <summary>G_avg in siemens.</summary>
    /// <exception cref="InvalidOperationException">Nothing was included.</exception>
    public ConductanceMatrix Average()
    {
        int n = Minimum.NodeCount;
        ConductanceMatrix average = new ConductanceMatrix(n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                average[i, j] = 0.5 * (Minimum[i, j] + Maximum[i, j]);
        }

        return average;
    }

    private static void Copy(ConductanceMatrix from, ConductanceMatrix to)
    {
        for (int i = 0; i < from.NodeCount; i++)
        {
            for (int j = 0; j < from.NodeCount; j++)
                to[i, j] = from[i, j];
        }
    }
}

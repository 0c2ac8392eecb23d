namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>Voltages of the board's nets against AGND, in volts, in the order of hardware/board.md.</summary>
public sealed class BoardVoltages
{
    internal BoardVoltages(int nodeCount)
    {
        BoardSide = new double[nodeCount];
        FilmSide = new double[nodeCount];
        Electrode = new double[nodeCount];
        Sense = new double[nodeCount];
        Driver = new double[nodeCount];
        DriverCurrent = new double[nodeCount];
        Terminal = new double[nodeCount];
        DriverLimited = new bool[nodeCount];
    }

    /// <summary>AIN0 … AIN15; AIN0 SENSE_P, AIN1 SENSE_N, AIN2 RTN, AIN3 AGND, AIN4 SRC, AIN5 to
    /// AIN13 gold terminals, AIN14 and AIN15 rails of the drivers, each over its divider; the others open.</summary>
    public double[] Inputs { get; } = new double[16];

    /// <summary>B_k.</summary>
    public double[] BoardSide { get; }

    /// <summary>F_k.</summary>
    public double[] FilmSide { get; }

    /// <summary>E_k.</summary>
    public double[] Electrode { get; }

    /// <summary>S_k.</summary>
    public double[] Sense { get; }

    /// <summary>D_k.</summary>
    public double[] Driver { get; }

    /// <summary>Current out of driver k in amperes; 0 while disabled.</summary>
    public double[] DriverCurrent { get; }

    /// <summary>Whether driver k is in current limit.</summary>
    public bool[] DriverLimited { get; }

    /// <summary>T_k.</summary>
    public double[] Terminal { get; }

    /// <summary>Largest sum of currents at a net, in amperes.</summary>
    public double LargestResidual { get; internal set; }
}

namespace MagHopfield.Model.Running;

/// <summary>Where a run stands between two blocks of steps: with the magnetisation, all that it needs to go on bit for bit.</summary>
internal sealed record RunPosition
{
    /// <summary>Index of the stage, from 0.</summary>
    public int Stage { get; init; }

    /// <summary>Whether the stage has begun.</summary>
    public bool Begun { get; init; }

    /// <summary>Simulated time at the start of the stage in seconds.</summary>
    public double StageStart { get; init; }

    /// <summary>Simulated time in seconds.</summary>
    public double Time { get; init; }

    /// <summary>Steps so far.</summary>
    public long Steps { get; init; }

    /// <summary>Steps of the present stage so far.</summary>
    public long StageSteps { get; init; }

    /// <summary>Blocks of steps so far.</summary>
    public long Blocks { get; init; }

    /// <summary>Step that the integrator will try next, in seconds; 0 lets it estimate one.</summary>
    public double NextStep { get; init; }

    /// <summary>Last step of the dynamics in seconds.</summary>
    public double LastStep { get; init; }

    /// <summary>Evaluations of the field by the present relaxation so far.</summary>
    public long Evaluations { get; init; }

    /// <summary>Whether the present relaxation began on a saddle and left it.</summary>
    public bool LeftSaddle { get; init; }

    /// <summary>Whether rounding ended the present relaxation.</summary>
    public bool AtRounding { get; init; }

    /// <summary>Largest |m×H| at the start of the relaxation in A/m.</summary>
    public double FirstTorque { get; init; }

    /// <summary>Energy at the last block of the relaxation in J.</summary>
    public double LastEnergy { get; init; }

    /// <summary>
    /// Energy in J that the dynamics cannot exceed but by heat: the least so far, and what the field may have brought since.
    /// </summary>
    public double EnergyBound { get; init; }

    /// <summary>Least mean of 1 − m·m' over neighbours so far.</summary>
    public double LeastDisorder { get; init; }

    /// <summary>Running mean of the share of the energy that comes from nowhere in a step.</summary>
    public double FromNowhere { get; init; }

    /// <summary>Running mean of the square of |Δm| in a step.</summary>
    public double TurnSquare { get; init; }

    /// <summary>Multiples of the table's interval that have passed.</summary>
    public long TableIndex { get; init; }

    /// <summary>Corners of the stage's external field that have been reached.</summary>
    public int Corners { get; init; }

    /// <summary>Factor that a feedback has put on the external field.</summary>
    public double FieldFactor { get; init; } = 1;

    /// <summary>Multiples of the snapshots' interval that have passed.</summary>
    public long SnapshotIndex { get; init; }

    /// <summary>Snapshots written.</summary>
    public int Snapshots { get; init; }

    /// <summary>Bytes of the table.</summary>
    public long TableLength { get; init; }

    /// <summary>Number of the stage in the last row of the table; −1 before the first.</summary>
    public int LastRowStage { get; init; } = -1;

    /// <summary>Time of the last row of the table in seconds; −1 before the first.</summary>
    public double LastRowTime { get; init; } = -1;

    /// <summary>Steps at the last row of the table.</summary>
    public long LastRowSteps { get; init; }

    /// <summary>Stages that have ended.</summary>
    public IReadOnlyList<StageOutcome> Outcomes { get; init; } = [];
}

namespace MagHopfield.VirtualBoard.Chips;

/// <summary>Two data bits of a switch chip exchanged, as by a wrong wire.</summary>
/// <param name="Chip">Name of the chip select, such as "SW2".</param>
/// <param name="BitA">0 … 7.</param>
/// <param name="BitB">0 … 7.</param>
public sealed record SwappedSwitchBits(string Chip, int BitA, int BitB);

/// <summary>A switch that no longer follows its register; the register reads back as written.</summary>
/// <param name="Chip">Name of the chip select, such as "PSW1".</param>
/// <param name="Bit">0 … 7.</param>
/// <param name="Closed">True: stuck closed; false: stuck open.</param>
public sealed record StuckSwitch(string Chip, int Bit, bool Closed);

/// <summary>The amplifier of one setup of the ADC runs at another gain than its register says.</summary>
/// <param name="Setup">0 … 7.</param>
/// <param name="Steps">Added to the 3-bit gain code (gain 2^code), the sum kept within 0 … 7.</param>
public sealed record WrongGainCode(int Setup, int Steps);

/// <summary>Two electrodes of the film joined.</summary>
/// <param name="First">Zero-based node.</param>
/// <param name="Second">Zero-based node.</param>
/// <param name="Ohms">Resistance of the joint in ohms.</param>
public sealed record ShortedElectrodes(int First, int Second, double Ohms);

/// <summary>A shunt of another value than the board's.</summary>
/// <param name="Node">Zero-based node.</param>
/// <param name="Ohms">Its resistance in ohms.</param>
public sealed record WrongShunt(int Node, double Ohms);

/// <summary>A pinhole in the Al2O3 between film and gold at one node.</summary>
/// <param name="Node">Zero-based node.</param>
/// <param name="Ohms">Its resistance in ohms.</param>
public sealed record InsulationBreakdown(int Node, double Ohms);

/// <summary>Deliberate defects of a virtual board, for tests of what the firmware finds. None by default.</summary>
public sealed record ChipDefects
{
    /// <summary>Exchanged data bits of switch chips.</summary>
    public IReadOnlyList<SwappedSwitchBits> SwappedSwitchBits { get; init; } = [];

    /// <summary>Switches that do not move.</summary>
    public IReadOnlyList<StuckSwitch> StuckSwitches { get; init; } = [];

    /// <summary>Setups of the ADC whose gain is wrong.</summary>
    public IReadOnlyList<WrongGainCode> WrongGainCodes { get; init; } = [];

    /// <summary>Zero-based nodes whose force and sense leads do not reach the film.</summary>
    public IReadOnlyList<int> OpenElectrodes { get; init; } = [];

    /// <summary>Zero-based nodes whose sense lead does not reach the film.</summary>
    public IReadOnlyList<int> OpenSenseLeads { get; init; } = [];

    /// <summary>Electrodes joined with one another.</summary>
    public IReadOnlyList<ShortedElectrodes> ShortedElectrodes { get; init; } = [];

    /// <summary>Shunts of a wrong value.</summary>
    public IReadOnlyList<WrongShunt> WrongShunts { get; init; } = [];

    /// <summary>Pinholes between film and gold.</summary>
    public IReadOnlyList<InsulationBreakdown> InsulationBreakdowns { get; init; } = [];

    /// <summary>Zero-based nodes whose pulse driver is on without a pulse: all of them, where the gate is stuck.</summary>
    public IReadOnlyList<int> DriversOn { get; init; } = [];

    /// <summary>Zero-based nodes whose lead does not reach the gold layer.</summary>
    public IReadOnlyList<int> OpenGoldLeads { get; init; } = [];

    /// <summary>Checks nodes, bits and values.</summary>
    /// <param name="nodeCount">Number of nodes N of the board.</param>
    /// <exception cref="ArgumentException">A defect that the board has no place for.</exception>
    public void Validate(int nodeCount)
    {
        foreach (SwappedSwitchBits s in SwappedSwitchBits)
        {
            Bit(s.Chip, s.BitA);
            Bit(s.Chip, s.BitB);
        }

        foreach (StuckSwitch s in StuckSwitches)
            Bit(s.Chip, s.Bit);

        foreach (WrongGainCode g in WrongGainCodes)
        {
            if (g.Setup is < 0 or > 7)
                throw new ArgumentException($"A wrong gain is given for ADC setup {g.Setup}; setups are 0 … 7.");
        }

        foreach (int node in OpenElectrodes.Concat(OpenSenseLeads))
            Node("open lead", node);

        foreach (int node in DriversOn)
            Node("driver that is on", node);

        foreach (int node in OpenGoldLeads)
            Node("open gold lead", node);

        foreach (ShortedElectrodes s in ShortedElectrodes)
        {
            Node("short", s.First);
            Node("short", s.Second);
            Ohms("short", s.Ohms);
        }

        foreach (WrongShunt s in WrongShunts)
        {
            Node("wrong shunt", s.Node);
            Ohms("wrong shunt", s.Ohms);
        }

        foreach (InsulationBreakdown b in InsulationBreakdowns)
        {
            Node("insulation breakdown", b.Node);
            Ohms("insulation breakdown", b.Ohms);
        }

        static void Bit(string chip, int bit)
        {
            if (bit is < 0 or > 7)
                throw new ArgumentException($"A defect names switch bit {bit} of {chip}; bits are 0 … 7.");
        }

        void Node(string what, int node)
        {
            if (node < 0 || node >= nodeCount)
                throw new ArgumentException($"The defect '{what}' names node index {node}; this board has 0 … {nodeCount - 1}.");
        }

        static void Ohms(string what, double ohms)
        {
            if (!(ohms > 0))
                throw new ArgumentException($"The defect '{what}' has {ohms} Ω; give a resistance above 0.");
        }
    }
}

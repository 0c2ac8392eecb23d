namespace MagHopfield.Instrument.Board;

/// <summary>
/// Decides before every frame that closes a switch, turns the probe current on or fires the gate. It knows what each chip was
/// asked and what it confirmed: between request and confirmation a switch counts as closed if either word closes it. Probe path
/// (any node switch, probe current) and pulse path (any pulse switch, gate) never exist together; opening is always allowed.
/// Until the chips are reset, everything counts as closed.
/// </summary>
public sealed class Interlock
{
    private readonly int[] _node;
    private readonly int[] _pulse;
    private bool _excitation = true;
    private bool _firing;
    private bool _nodeWelded;
    private bool _pulseWelded;

    /// <summary>An interlock that knows nothing yet.</summary>
    /// <param name="nodeCount">Number of node switch chips N.</param>
    /// <param name="pulseChipCount">Number of pulse switch chips.</param>
    public Interlock(int nodeCount, int pulseChipCount)
    {
        _node = new int[nodeCount];
        _pulse = new int[pulseChipCount];
        for (int i = 0; i < nodeCount; i++)
            _node[i] = 0xFF;

        for (int i = 0; i < pulseChipCount; i++)
            _pulse[i] = 0xFF;
    }

    /// <summary>Whether any node switch or the probe current may be on.</summary>
    public bool ProbePathMayExist => _excitation || _nodeWelded || Any(_node);

    /// <summary>Whether any pulse switch or the gate may be on.</summary>
    public bool PulsePathMayExist => _firing || _pulseWelded || Any(_pulse);

    /// <summary>Switches of a node that may be closed.</summary>
    /// <param name="node">Zero-based node.</param>
    public int NodeWord(int node) => _node[node];

    /// <summary>
    /// Takes note of whether a switch that does not open was found, whatever its register says: one of a node is a probe path for good, one
    /// of the pulse path a pulse path.
    /// </summary>
    /// <param name="node">Whether one of the nodes' switches does not open.</param>
    /// <param name="pulse">Whether one of the pulse switches does not open.</param>
    public void ConfirmWelds(bool node, bool pulse)
    {
        _nodeWelded = node;
        _pulseWelded = pulse;
    }

    /// <summary>Asks for a word of a node's switches.</summary>
    /// <param name="node">Zero-based node.</param>
    /// <param name="word">Bits of <see cref="NodeSwitch"/>.</param>
    /// <exception cref="InterlockException">Refused.</exception>
    public void RequestNode(int node, int word)
    {
        if ((word & ~(int)NodeSwitch.Connected) != 0)
            throw new InterlockException("SW7 and SW8 of node " + (node + 1).ToString() + " are never closed.");

        if ((word & 3) == 3)
            throw new InterlockException("Node " + (node + 1).ToString() + " cannot belong to the + group and the - group.");

        if (word != 0 && PulsePathMayExist)
            throw new InterlockException("A switch of node " + (node + 1).ToString() + " cannot close while the pulse path may be closed.");

        _node[node] |= word;
    }

    /// <summary>Takes note of a word read back from a node's chip.</summary>
    /// <param name="node">Zero-based node.</param>
    /// <param name="word">Word read back.</param>
    public void ConfirmNode(int node, int word) => _node[node] = word;

    /// <summary>Asks for a word of a pulse switch chip.</summary>
    /// <param name="chip">Zero-based chip.</param>
    /// <param name="word">One bit a node.</param>
    /// <exception cref="InterlockException">Refused.</exception>
    public void RequestPulse(int chip, int word)
    {
        if (word != 0 && ProbePathMayExist)
            throw new InterlockException("Pulse switches cannot close while the probe path may be closed.");

        _pulse[chip] |= word;
    }

    /// <summary>Takes note of a word read back from a pulse switch chip.</summary>
    /// <param name="chip">Zero-based chip.</param>
    /// <param name="word">Word read back.</param>
    public void ConfirmPulse(int chip, int word) => _pulse[chip] = word;

    /// <summary>Asks for the probe current.</summary>
    /// <param name="on">Whether it shall flow.</param>
    /// <exception cref="InterlockException">Refused.</exception>
    public void RequestExcitation(bool on)
    {
        if (on && PulsePathMayExist)
            throw new InterlockException("The probe current cannot flow while the pulse path may be closed.");

        _excitation |= on;
    }

    /// <summary>Takes note of the probe current as read back.</summary>
    /// <param name="on">Whether it flows.</param>
    public void ConfirmExcitation(bool on) => _excitation = on;

    /// <summary>Asks for a pulse.</summary>
    /// <exception cref="InterlockException">Refused.</exception>
    public void RequestFire()
    {
        if (ProbePathMayExist)
            throw new InterlockException("The pulse gate cannot fire while the probe path may be closed.");

        _firing = true;
    }

    /// <summary>Takes note that the gate is off again.</summary>
    public void ConfirmFired() => _firing = false;

    private static bool Any(int[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] != 0)
                return true;
        }

        return false;
    }
}

using System;
using MagHopfield.Instrument.Chips.Adgs1414;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.Instrument.Board;

/// <summary>
/// The switch chips of all nodes and of the pulse path. Every word that closes something is asked of the interlock before its frame and
/// confirmed after it was read back; there is no other way to a closed switch.
/// </summary>
internal sealed class BoardSwitches
{
    private const int OpeningAttempts = 3;

    private readonly Interlock _interlock;
    private readonly Adgs1414Switch[] _node;
    private readonly Adgs1414Switch[] _pulse;
    private readonly int[] _target;

    public BoardSwitches(BoardHardware hardware, Interlock interlock)
    {
        _interlock = interlock;
        _node = Chips(hardware.NodeSwitches, hardware.Clock, "SW");
        _pulse = Chips(hardware.PulseSwitches, hardware.Clock, "PSW");
        _target = new int[_node.Length];
    }

    /// <summary>Resets all chips, the pulse switches first.</summary>
    public void Reset()
    {
        for (int i = 0; i < _pulse.Length; i++)
        {
            _pulse[i].Reset();
            _interlock.ConfirmPulse(i, 0);
        }

        for (int i = 0; i < _node.Length; i++)
        {
            _node[i].Reset();
            _interlock.ConfirmNode(i, 0);
        }
    }

    /// <summary>Opens all switches and reads them back.</summary>
    public void Open()
    {
        for (int i = 0; i < _pulse.Length; i++)
            SetPulse(i, 0);

        for (int i = 0; i < _node.Length; i++)
            SetNode(i, 0);
    }

    /// <summary>Opens each chip on its own, as far as it still listens.</summary>
    /// <param name="settingsKept">False where a chip had to be reset or did not listen at first.</param>
    /// <returns>Whether all are open.</returns>
    public bool TryOpen(out bool settingsKept)
    {
        bool open = true;
        settingsKept = true;
        for (int i = 0; i < _pulse.Length; i++)
        {
            if (TryOpen(_pulse[i], ref settingsKept))
            {
                _interlock.ConfirmPulse(i, 0);
                _interlock.ConfirmFired();
            }
            else
            {
                open = false;
            }
        }

        for (int i = 0; i < _node.Length; i++)
        {
            if (TryOpen(_node[i], ref settingsKept))
                _interlock.ConfirmNode(i, 0);
            else
                open = false;
        }

        return open;
    }

    /// <summary>Sets the switches of a node.</summary>
    /// <param name="node">Zero-based node.</param>
    /// <param name="word">Bits of <see cref="NodeSwitch"/>.</param>
    public void SetNode(int node, int word)
    {
        _interlock.RequestNode(node, word);
        _node[node].Write(word);
        _interlock.ConfirmNode(node, word);
    }

    /// <summary>Connects all drivers to the gold layer.</summary>
    public void ConnectPulse()
    {
        for (int i = 0; i < _pulse.Length; i++)
        {
            int nodes = Math.Min(8, _node.Length - 8 * i);
            SetPulse(i, (1 << nodes) - 1);
        }
    }

    /// <summary>Closes the pulse switches of at most two nodes; all others open first.</summary>
    /// <param name="first">Zero-based node, or −1 for none.</param>
    /// <param name="second">Zero-based node, or −1 for none.</param>
    public void SelectPulse(int first, int second)
    {
        for (int i = 0; i < _pulse.Length; i++)
            SetPulse(i, 0);

        for (int i = 0; i < _pulse.Length; i++)
        {
            int word = Bit(first, i) | Bit(second, i);
            if (word != 0)
                SetPulse(i, word);
        }
    }

    /// <summary>Starts a choice of sense switches; the force switches stay as they are.</summary>
    public void BeginSense()
    {
        for (int i = 0; i < _node.Length; i++)
            _target[i] = _interlock.NodeWord(i) & (int)(NodeSwitch.ForcePlus | NodeSwitch.ForceMinus);
    }

    /// <summary>Adds switches of a node to the choice.</summary>
    /// <param name="node">Zero-based node.</param>
    /// <param name="switches">Sense switches.</param>
    public void AddSense(int node, NodeSwitch switches) => _target[node] |= (int)switches;

    /// <summary>Makes the choice. Break before make: two electrodes never share a sense bus on the way.</summary>
    public void ApplySense()
    {
        for (int i = 0; i < _node.Length; i++)
        {
            int kept = _interlock.NodeWord(i) & _target[i];
            if (kept != _interlock.NodeWord(i))
                SetNode(i, kept);
        }

        for (int i = 0; i < _node.Length; i++)
        {
            if (_target[i] != _interlock.NodeWord(i))
                SetNode(i, _target[i]);
        }
    }

    /// <summary>Disposes the links.</summary>
    public void Dispose()
    {
        for (int i = 0; i < _node.Length; i++)
            _node[i].Dispose();

        for (int i = 0; i < _pulse.Length; i++)
            _pulse[i].Dispose();
    }

    private static Adgs1414Switch[] Chips(ISpiLink[] links, IBoardClock clock, string name)
    {
        Adgs1414Switch[] chips = new Adgs1414Switch[links.Length];
        SwitchFrames frames = new SwitchFrames();
        for (int i = 0; i < links.Length; i++)
            chips[i] = new Adgs1414Switch(links[i], clock, name + (i + 1).ToString(), frames);

        return chips;
    }

    private static int Bit(int node, int chip) => node >= 0 && node / 8 == chip ? 1 << (node % 8) : 0;

    private static bool TryOpen(Adgs1414Switch chip, ref bool settingsKept)
    {
        for (int attempt = 0; attempt < OpeningAttempts; attempt++)
        {
            try
            {
                chip.Write(0);
                return true;
            }
            catch
            {
                // A chip that was reset by its supply no longer takes frames with a CRC.
                settingsKept = false;
            }

            try
            {
                chip.Reset();
                return true;
            }
            catch
            {
                settingsKept = false;
            }
        }

        return false;
    }

    private void SetPulse(int chip, int word)
    {
        _interlock.RequestPulse(chip, word);
        _pulse[chip].Write(word);
        _interlock.ConfirmPulse(chip, word);
    }
}

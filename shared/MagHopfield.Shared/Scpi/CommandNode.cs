namespace MagHopfield.Shared.Scpi;

/// <summary>A keyword of the command tree with what may follow it.</summary>
internal sealed class CommandNode
{
    private readonly byte[] _name;
    private readonly int _shortLength;
    private CommandNode[] _children = new CommandNode[0];

    /// <summary>A keyword without followers.</summary>
    /// <param name="mnemonic">As in "SYSTem": the capitals, and a leading *, are the short form.</param>
    /// <param name="takesSuffix">Whether a number may follow the keyword.</param>
    public CommandNode(string mnemonic, bool takesSuffix)
    {
        TakesSuffix = takesSuffix;
        _name = new byte[mnemonic.Length];
        _shortLength = mnemonic.Length;
        for (int i = mnemonic.Length - 1; i >= 0; i--)
        {
            _name[i] = Ascii.Upper((byte)mnemonic[i]);
            if (mnemonic[i] >= 'a' && mnemonic[i] <= 'z')
            {
                _shortLength = i;
            }
        }
    }

    /// <summary>Whether a number may follow the keyword.</summary>
    public bool TakesSuffix { get; }

    /// <summary>Command that ends here, or −1.</summary>
    public int Command { get; set; } = -1;

    /// <summary>Query that ends here, or −1.</summary>
    public int Query { get; set; } = -1;

    /// <summary>Whether bytes are this keyword in its long or short form.</summary>
    public bool Is(byte[] bytes, int start, int length)
    {
        if (length != _name.Length && length != _shortLength)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (Ascii.Upper(bytes[start + i]) != _name[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The follower that bytes name, or null.</summary>
    public CommandNode? Child(byte[] bytes, int start, int length)
    {
        for (int i = 0; i < _children.Length; i++)
        {
            if (_children[i].Is(bytes, start, length))
            {
                return _children[i];
            }
        }

        return null;
    }

    /// <summary>The follower of this mnemonic; it is made where there is none yet.</summary>
    public CommandNode Grow(string mnemonic, bool takesSuffix)
    {
        byte[] name = new byte[mnemonic.Length];
        for (int i = 0; i < name.Length; i++)
        {
            name[i] = (byte)mnemonic[i];
        }

        CommandNode? known = Child(name, 0, name.Length);
        if (known != null)
        {
            return known;
        }

        CommandNode[] more = new CommandNode[_children.Length + 1];
        System.Array.Copy(_children, more, _children.Length);
        more[_children.Length] = new CommandNode(mnemonic, takesSuffix);
        _children = more;
        return more[more.Length - 1];
    }
}

using System;

namespace MagHopfield.Shared.Scpi;

/// <summary>
/// All headers of an instrument as a tree of keywords, packed into two arrays: as objects its some 200 keywords would take a sixth of the
/// memory of an ESP32.
/// </summary>
public sealed class CommandTree
{
    /// <summary>The node from which all headers begin.</summary>
    internal const int Root = 0;

    // What a node holds, in this order.
    private const int Name = 0;
    private const int Lengths = 1;
    private const int FirstChild = 2;
    private const int NextSibling = 3;
    private const int CommandOf = 4;
    private const int QueryOf = 5;
    private const int NodeSize = 6;

    // Lengths: long form, short form, whether a number may follow.
    private const int ShortBits = 5;
    private const int SuffixBit = 1 << (2 * ShortBits);
    private const int LengthMask = (1 << ShortBits) - 1;

    private const int NodeStep = 32 * NodeSize;
    private const int NameStep = 256;
    private const short None = -1;

    private short[] _nodes = new short[NodeStep];
    private byte[] _names = new byte[NameStep];
    private int _count;
    private int _nameBytes;

    /// <summary>A tree without headers.</summary>
    public CommandTree()
    {
        NewNode("", 0, 0, false);
    }

    /// <summary>Adds a header.</summary>
    /// <param name="header">
    /// As the standard writes it: "SYSTem:ERRor[:NEXT]", "[SOURce]:PULSe:WIDTh", "CALibration:SHUNt&lt;n&gt;", "*IDN". Capitals are the
    /// short form, brackets may be left out, &lt;n&gt; takes a number.
    /// </param>
    /// <param name="command">What the header without a question mark means; −1 where there is no such command.</param>
    /// <param name="query">What the header with a question mark means; −1 where there is no such query.</param>
    /// <exception cref="ArgumentException">
    /// Another header already means something else there, or a keyword is longer than 31 characters.
    /// </exception>
    public void Add(string header, int command, int query) => Insert(Root, header, 0, command, query);

    /// <summary>Gives back the room that is kept for further headers.</summary>
    public void Pack()
    {
        _nodes = Resized(_nodes, _count * NodeSize);
        byte[] names = new byte[_nameBytes];
        Array.Copy(_names, names, _nameBytes);
        _names = names;
    }

    /// <summary>The follower of a node that bytes name in its long or short form, or −1.</summary>
    internal int Child(int node, byte[] bytes, int start, int length)
    {
        int child = _nodes[node * NodeSize + FirstChild];
        while (child != None && !Is(child, bytes, start, length))
            child = _nodes[child * NodeSize + NextSibling];

        return child;
    }

    /// <summary>Whether a number may follow the keyword.</summary>
    internal bool TakesSuffix(int node) => (_nodes[node * NodeSize + Lengths] & SuffixBit) != 0;

    /// <summary>Command that ends at a node, or −1.</summary>
    internal int Command(int node) => _nodes[node * NodeSize + CommandOf];

    /// <summary>Query that ends at a node, or −1.</summary>
    internal int Query(int node) => _nodes[node * NodeSize + QueryOf];

    private void Insert(int node, string header, int at, int command, int query)
    {
        if (at >= header.Length)
        {
            Finish(node, header, command, query);
            return;
        }

        bool optional = header[at] == '[';
        int start = at;
        while (start < header.Length && (header[start] == '[' || header[start] == ':'))
            start++;

        int end = start;
        while (end < header.Length && header[end] != ':' && header[end] != '[' && header[end] != ']' && header[end] != '<')
            end++;

        bool takesSuffix = end < header.Length && header[end] == '<';
        int next = takesSuffix ? end + 3 : end;
        if (optional)
        {
            next++;
            Insert(node, header, next, command, query);
        }

        Insert(Grow(node, header, start, end, takesSuffix), header, next, command, query);
    }

    private void Finish(int node, string header, int command, int query)
    {
        if ((command >= 0 && Command(node) >= 0) || (query >= 0 && Query(node) >= 0))
            throw new ArgumentException("The header " + header + " is taken.");

        if (command >= 0)
            _nodes[node * NodeSize + CommandOf] = (short)command;

        if (query >= 0)
            _nodes[node * NodeSize + QueryOf] = (short)query;
    }

    // The follower of this mnemonic; it is made where there is none yet.
    private int Grow(int node, string header, int start, int end, bool takesSuffix)
    {
        int link = node * NodeSize + FirstChild;
        while (_nodes[link] != None)
        {
            int known = _nodes[link];
            if (Is(known, header, start, end - start))
                return known;

            link = known * NodeSize + NextSibling;
        }

        int made = NewNode(header, start, end, takesSuffix);
        _nodes[link] = (short)made;
        return made;
    }

    private int NewNode(string header, int start, int end, bool takesSuffix)
    {
        int at = _count * NodeSize;
        if (at == _nodes.Length)
            _nodes = Resized(_nodes, at + NodeStep);

        int length = end - start;
        if (length > LengthMask)
            throw new ArgumentException("The header " + header + " has a keyword of more than " + LengthMask.ToString() + " characters.");

        if (_nameBytes + length > _names.Length)
        {
            byte[] names = new byte[_names.Length + NameStep];
            Array.Copy(_names, names, _nameBytes);
            _names = names;
        }

        int shortLength = length;
        for (int i = length - 1; i >= 0; i--)
        {
            char c = header[start + i];
            _names[_nameBytes + i] = Ascii.Upper((byte)c);
            if (c >= 'a' && c <= 'z')
                shortLength = i;
        }

        _nodes[at + Name] = (short)_nameBytes;
        _nodes[at + Lengths] = (short)(length | (shortLength << ShortBits) | (takesSuffix ? SuffixBit : 0));
        _nodes[at + FirstChild] = None;
        _nodes[at + NextSibling] = None;
        _nodes[at + CommandOf] = None;
        _nodes[at + QueryOf] = None;
        _nameBytes += length;
        return _count++;
    }

    private bool Is(int node, byte[] bytes, int start, int length)
    {
        int lengths = _nodes[node * NodeSize + Lengths];
        if (length != (lengths & LengthMask) && length != ((lengths >> ShortBits) & LengthMask))
            return false;

        int name = _nodes[node * NodeSize + Name];
        for (int i = 0; i < length; i++)
        {
            if (Ascii.Upper(bytes[start + i]) != _names[name + i])
                return false;
        }

        return true;
    }

    private bool Is(int node, string header, int start, int length)
    {
        int lengths = _nodes[node * NodeSize + Lengths];
        if (length != (lengths & LengthMask) && length != ((lengths >> ShortBits) & LengthMask))
            return false;

        int name = _nodes[node * NodeSize + Name];
        for (int i = 0; i < length; i++)
        {
            if (Ascii.Upper((byte)header[start + i]) != _names[name + i])
                return false;
        }

        return true;
    }

    private static short[] Resized(short[] from, int length)
    {
        short[] to = new short[length];
        Array.Copy(from, to, Math.Min(from.Length, length));
        return to;
    }
}

using System;

namespace MagHopfield.Shared.Scpi;

/// <summary>All headers of an instrument as a tree of keywords.</summary>
public sealed class CommandTree
{
    internal CommandNode Root { get; } = new CommandNode("", false);

    /// <summary>Adds a header.</summary>
    /// <param name="header">
    /// As the standard writes it: "SYSTem:ERRor[:NEXT]", "[SOURce]:PULSe:WIDTh", "CALibration:SHUNt&lt;n&gt;", "*IDN". Capitals are the
    /// short form, brackets may be left out, &lt;n&gt; takes a number.
    /// </param>
    /// <param name="command">What the header without a question mark means; −1 where there is no such command.</param>
    /// <param name="query">What the header with a question mark means; −1 where there is no such query.</param>
    /// <exception cref="ArgumentException">Another header already means something else there.</exception>
    public void Add(string header, int command, int query) => Insert(Root, header, 0, command, query);

    private static void Insert(CommandNode node, string header, int at, int command, int query)
    {
        if (at >= header.Length)
        {
            Finish(node, header, command, query);
            return;
        }

        bool optional = header[at] == '[';
        int start = at;
        while (start < header.Length && (header[start] == '[' || header[start] == ':'))
        {
            start++;
        }

        int end = start;
        while (end < header.Length && header[end] != ':' && header[end] != '[' && header[end] != ']' && header[end] != '<')
        {
            end++;
        }

        bool takesSuffix = end < header.Length && header[end] == '<';
        int next = takesSuffix ? end + 3 : end;
        if (optional)
        {
            next++;
            Insert(node, header, next, command, query);
        }

        Insert(node.Grow(header.Substring(start, end - start), takesSuffix), header, next, command, query);
    }

    private static void Finish(CommandNode node, string header, int command, int query)
    {
        if ((command >= 0 && node.Command >= 0) || (query >= 0 && node.Query >= 0))
        {
            throw new ArgumentException("The header " + header + " is taken.");
        }

        node.Command = command >= 0 ? command : node.Command;
        node.Query = query >= 0 ? query : node.Query;
    }
}

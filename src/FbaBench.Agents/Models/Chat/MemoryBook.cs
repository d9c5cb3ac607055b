using System.Globalization;
using System.Text;

namespace FbaBench.Agents.Models;

/// <summary>What an agent keeps from day to day: its own figures, its notes, and what it has made of older ones.</summary>
internal sealed class MemoryBook(ChatAgentOptions options)
{
    private const int LongestNote = 1_000;

    private readonly SortedDictionary<int, DayFigures> _figures = [];
    private readonly SortedDictionary<int, string> _notes = [];
    private string _consolidated = "";
    private int _reflected;

    /// <summary>Remembers a morning; seen again it is the same.</summary>
    public void See(Observation today)
    {
        var (units, lost) = (0L, 0L);
        var revenue = Money.Zero;
        foreach (var offer in today.Offers)
        {
            units += offer.UnitsYesterday;
            lost += offer.LostYesterday;
            revenue += offer.RevenueYesterday;
        }

        _figures[today.Day] = new(today.Cash, units, lost, revenue);
    }

    /// <summary>The section of the prompt; empty without memory.</summary>
    /// <param name="consolidated">What was just made of the older notes, or null for the memory as it stands.</param>
    public string Section(string? consolidated)
    {
        if (options.Memory == MemoryMode.None)
        {
            return "";
        }

        var memory = Taken(consolidated) ?? _consolidated;
        var notes = string.Join('\n', _notes.TakeLast(options.MemoryDays).Select(note => Line(note.Key, note.Value)));
        string[] parts = [memory.Length > 0 ? "YOUR MEMORY\n" + memory : "", notes.Length > 0 ? "YOUR NOTES OF THE LAST DAYS\n" + notes : ""];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    /// <summary>Whether notes are to be consolidated this morning.</summary>
    public bool IsReflectionDue(int day) => options.Memory == MemoryMode.Consolidated && day - _reflected >= options.ReflectEveryDays && _notes.Keys.Any(noted => noted >= _reflected);

    /// <summary>The question that consolidates: the memory so far and all notes since.</summary>
    public string Reflection() => PromptTemplate.Reflect.Fill(
        ("words", (options.MemoryTokens * 3 / 4).ToString(CultureInfo.InvariantCulture)),
        ("memory", _consolidated.Length == 0 ? "Nothing yet." : _consolidated),
        ("notes", string.Join('\n', _notes.Where(note => note.Key >= _reflected).Select(note => Line(note.Key, note.Value)))));

    /// <summary>Ends a day: with the memory that was made of older notes, with what was done, and with the agent's own note.</summary>
    /// <param name="day">The day.</param>
    /// <param name="consolidated">The new memory, or null where there was no reflection; an empty one changes nothing but the day of the next.</param>
    /// <param name="done">What was done.</param>
    /// <param name="note">The agent's note, or null.</param>
    public void End(int day, string? consolidated, string done, string? note)
    {
        if (consolidated is not null)
        {
            _reflected = day;
            _consolidated = Taken(consolidated) ?? _consolidated;
        }

        _notes[day] = string.IsNullOrWhiteSpace(note) ? done : done + " " + ShortText.Cut(note.ReplaceLineEndings(" ").Trim(), LongestNote);
        while (_notes.Count > options.MemoryDays && (options.Memory != MemoryMode.Consolidated || _notes.Keys.First() < _reflected))
        {
            _notes.Remove(_notes.Keys.First());
        }
    }

    /// <summary>Figures of the last days, as a table.</summary>
    public string History(int days)
    {
        var text = new StringBuilder("day | cash in the morning | units sold the day before | units wanted and not there | revenue of the day before\n");
        foreach (var (day, figures) in _figures.TakeLast(days))
        {
            text.Append(CultureInfo.InvariantCulture, $"{day} | {figures.Cash} | {figures.Units} | {figures.Lost} | {figures.Revenue}\n");
        }

        return text.ToString();
    }

    private string? Taken(string? consolidated) => consolidated?.Trim() is { Length: > 0 } made ? ShortText.Cut(made, TokenEstimate.Bytes(options.MemoryTokens)) : null;

    private static string Line(int day, string note) => string.Create(CultureInfo.InvariantCulture, $"Day {day}: {note}");

    private readonly record struct DayFigures(Money Cash, long Units, long Lost, Money Revenue);
}

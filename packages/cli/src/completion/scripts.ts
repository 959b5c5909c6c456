const bash = `# crikit completion for bash: source <(crikit completion bash)
_crikit() {
  local line=\${COMP_LINE:0:COMP_POINT} current strip candidate
  # bash parts words at : and =; the whole word is what crikit completes, what bash has already is taken off again.
  current=\${line##*[[:space:]]}
  strip=\${current%"\${COMP_WORDS[COMP_CWORD]}"}
  [[ \${COMP_WORDS[COMP_CWORD]} == [:=] ]] && strip=$current
  local -a words
  read -ra words <<<"$line"
  [[ $current == "" ]] && words+=("")
  COMPREPLY=()
  while IFS=$'\\t' read -r candidate _; do
    if [[ $candidate == :file ]]; then
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")
      return
    fi
    [[ $candidate == *= ]] && compopt -o nospace 2>/dev/null
    COMPREPLY+=("\${candidate#"$strip"}")
  done < <(crikit __complete -- "\${words[@]:1}" 2>/dev/null)
}
complete -F _crikit crikit
`;

const zsh = `#compdef crikit
# crikit completion for zsh: source <(crikit completion zsh)
_crikit() {
  local line value
  local -a candidates
  for line in "\${(@f)$(crikit __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z $line ]] && continue
    if [[ $line == :file ]]; then
      _files
      return
    fi
    value=\${line%%$'\\t'*}
    candidates+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
  done
  _describe crikit candidates
}
compdef _crikit crikit
`;

const fish = `# crikit completion for fish: crikit completion fish | source
function __crikit_complete
  set -l words (commandline -opc)
  for line in (crikit __complete -- $words[2..] (commandline -ct) 2>/dev/null)
    if test "$line" = :file
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c crikit -f -a '(__crikit_complete)'
`;

/** The completion script of each shell: all of them ask \`crikit __complete\` what could stand here. */
export const COMPLETION_SCRIPTS = { bash, zsh, fish } as const;
